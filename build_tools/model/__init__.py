"""The data that travels from stage to stage. Frozen dataclasses, no input or output."""
