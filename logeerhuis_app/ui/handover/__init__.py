"""The Overdracht screen: all guests present, in the order of safety."""
