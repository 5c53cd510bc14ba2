"""Search while typing: a line edit (`box.SearchBox`) and the list under it (`popup.SearchPopup`), which never takes the keyboard."""
