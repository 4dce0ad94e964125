"""What a guest may ask about the own file, and what the house keeps."""
