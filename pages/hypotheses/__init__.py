from pages.hypotheses.page import PAGE as PAGE
