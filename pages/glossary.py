"""Every word that is explained, from A to Z."""

from ui.glossary import glossary_page

glossary_page()
