"""Parts of `resolve.actor`: persons, bodies, groups and offices."""
