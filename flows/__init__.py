"""When things run: the flow, its stages, and the command line. No decision about text or dates is taken here."""
