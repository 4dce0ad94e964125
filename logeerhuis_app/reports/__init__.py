"""ReportLab documents: draw what they are given."""
