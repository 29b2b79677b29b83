"""The only home of PySide6: one room per thing a person sees, over widgets and shell."""
