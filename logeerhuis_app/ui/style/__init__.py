"""How the windows look: tokens, the one style sheet made of them, fonts and icons."""

from logeerhuis_app.ui.style.apply import apply_style
from logeerhuis_app.ui.style.scale import px

__all__ = ["apply_style", "px"]
