"""Scripts that write generated data files of `lexicon/data`."""
