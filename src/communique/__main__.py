"""`python -m communique`."""

from communique.cli.main import main

main()
