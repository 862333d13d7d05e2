"""What a book asks for as time goes by: nobody changed it, and yet somebody has something to do."""
