"""Settings that live as long as the test."""


class SettingsInMemory:
    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        return self.texts.get(key, default)

    def remember(self, key: str, value: str) -> None:
        self.texts[key] = value
