"""The only home of reportlab and pikepdf: a document tree becomes the bytes that preview, file and printer share."""
