"""What happens at the door of the house: a guest comes in, a guest goes."""
