"""Engine, key file, unit of work, migrations."""
