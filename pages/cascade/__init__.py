from pages.cascade.page import PAGE as PAGE
