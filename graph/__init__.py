"""The mechanism as data: content models, the networkx graph, its queries and exports.

Works in a notebook with networkx, pydantic and PyYAML alone; knows nothing of Streamlit or Plotly.
"""

__version__ = "0.1.0"
