from pages.time.page import PAGE as PAGE
