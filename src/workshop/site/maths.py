"""Formulas as MathML, made by the build: the browser draws them without a script."""
