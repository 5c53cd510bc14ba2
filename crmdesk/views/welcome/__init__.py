"""What stands in the window's place while no store is open: first start, passphrase, damage, trouble."""
