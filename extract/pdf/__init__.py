"""The one adapter to PDF libraries: pages as displayed, and limits on what a file may cost."""
