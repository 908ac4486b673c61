"""Distinct values, as numpy has them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.distinct import distinct


@given(st.lists(st.integers(0, 9)))
def test_as_numpy_has_them(values: list[int]) -> None:
    array = np.array(values, dtype=np.uint32)
    found = distinct(array)
    assert found.dtype == array.dtype
    assert found.tolist() == np.unique(array).tolist()
