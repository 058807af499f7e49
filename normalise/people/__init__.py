"""Words that are names, titles and addresses of persons."""
