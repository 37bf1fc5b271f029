"""The encrypted store: tables, keys, copies; rows become records here and never leave."""
