from pages.treatment.page import PAGE as PAGE
