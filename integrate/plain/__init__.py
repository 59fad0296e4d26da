"""The use cases as a line dialogue: for screen readers, slow links, plain terminals and pipes.

Nothing here moves the cursor or needs a colour. What is said goes to standard output line by line,
what a person types comes from standard input, and every line that was heard is sealed at once.
"""
