"""The front door: command line, the plot, many documents at once."""
