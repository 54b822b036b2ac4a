"""One file per source format; the file's name is the reader's name. None knows another."""
