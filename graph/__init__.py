"""The mechanism as data: content models, the networkx graph, its queries and exports.

Works in a notebook with only networkx, pydantic and PyYAML, and does not depend on Streamlit or Plotly.
"""

__version__ = "0.1.0"
