# Nothing but a line without an end: ÿ
