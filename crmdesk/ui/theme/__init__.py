"""How the program looks: colour roles, palette, fonts, measures and the style sheet made from them.

Screens name roles (`tokens.Role`), never colours. A widget or delegate asks `palette.colour(self.palette(), Role.OK)`; which of the two
schemes is on follows from the palette itself, so nothing here is global. The application owns one `store.ThemeStore`.
"""
