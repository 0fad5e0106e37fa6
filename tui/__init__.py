"""What people see: the command line and the screens, two faces of one program."""
