"""Finding quotations, step by step: marks, rules, merging, speakers, context, nesting."""
