from pages.what_if.page import PAGE as PAGE
