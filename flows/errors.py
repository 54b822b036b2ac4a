"""What a command says when it cannot do what it was asked."""


class CommandError(Exception):
    """A mistake of the user or of their disk; the message is the one line they see."""
