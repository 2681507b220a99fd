from pages.claims.page import PAGE as PAGE
