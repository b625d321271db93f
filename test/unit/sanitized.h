// RUN_TEST_ADDRESS_SANITIZED: the address sanitizer takes all memory that there is, and holds back what was freed.
#pragma once

#if defined(__SANITIZE_ADDRESS__)
#define RUN_TEST_ADDRESS_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define RUN_TEST_ADDRESS_SANITIZED
#endif
#endif
