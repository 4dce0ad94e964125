"""The screen with the settings of the house: who works here, and who saw what."""
