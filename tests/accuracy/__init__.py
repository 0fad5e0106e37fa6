"""How right the reading is, measured on texts that people labelled before the reader saw them."""
