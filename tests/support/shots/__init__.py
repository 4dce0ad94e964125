"""Pictures of every screen, dialog and paper: the users' eyes before there are users."""
