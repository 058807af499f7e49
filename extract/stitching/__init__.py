"""Tables become one plan: headings, agencies, rows joined over pages, nothing lost."""
