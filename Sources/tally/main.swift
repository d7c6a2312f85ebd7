import Commands

Tally.start()
