"""The Declaraties screen: month × payer, from collecting to fixing."""
