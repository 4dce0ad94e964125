"""Who sleeps where: the tape chart and the screen around it."""
