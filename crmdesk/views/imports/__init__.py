"""Importing a file in the window: the wizard, and the desk that follows an import while work goes on."""
