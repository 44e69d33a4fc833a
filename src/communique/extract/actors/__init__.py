"""Parts of `extract.actor`: chunks of names, persons, states, organisations, offices, groups, references."""
