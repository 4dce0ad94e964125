"""The intake talk: a guided form in the order of the talk, over the forms of the file."""
