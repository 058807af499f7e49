"""PDFs of invented action plans, made by a script, each with what it must yield."""
