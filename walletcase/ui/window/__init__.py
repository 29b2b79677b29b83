"""The main window: puts the rooms together and turns menu commands into journeys."""
