"""What screens are made of. Widgets know no archive: they are given what they show."""
