"""What a document may say: frozen models, one module a family of kinds, no I/O, no other document."""

import os

# A plug-in of the validation library could change what a document means; and looking for one costs
# every start the reading of all installed packages' metadata.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
