from pages.step.page import pages as pages
