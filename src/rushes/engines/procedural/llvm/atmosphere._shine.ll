; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source c4f36edc3728a10a457db27d77bfeff3
; entry atmosphere._shine.0(uint8:3:C, float32:2:C, float32:1:C, float32:2:C, float32:1:C, float32:3:C, float32:3:C) -> none
define void @atmosphere._shine.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 24
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 56
  %6 = load ptr, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 64
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 72
  %10 = load i64, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 96
  %12 = load ptr, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 120
  %14 = load ptr, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 136
  %16 = load i64, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 160
  %18 = load ptr, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 184
  %20 = load ptr, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 208
  %22 = load i64, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 240
  %24 = load ptr, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 264
  %26 = load i64, ptr %25, align 8
  %27 = icmp slt i64 %8, 1
  br i1 %27, label %89, label %28
28:
  %29 = getelementptr i8, ptr %0, i64 256
  %30 = load i64, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 200
  %32 = load i64, ptr %31, align 8
  %33 = getelementptr i8, ptr %0, i64 16
  %34 = load i64, ptr %33, align 8
  %35 = icmp slt i64 %10, 1
  %36 = mul i64 %34, %4
  %37 = mul i64 %32, %22
  %38 = mul i64 %30, %26
  br label %44
39:
  %40 = icmp eq i64 %46, %8
  br i1 %40, label %89, label %44
41:
  %42 = add nuw nsw i64 %59, 1
  %43 = icmp eq i64 %10, %42
  br i1 %43, label %39, label %58
44:
  %45 = phi i64 [ 0, %28 ], [ %46, %39 ]
  %46 = add nuw nsw i64 %45, 1
  br i1 %35, label %39, label %47
47:
  %48 = mul i64 %45, %10
  %49 = getelementptr float, ptr %6, i64 %48
  %50 = mul i64 %45, %16
  %51 = getelementptr float, ptr %14, i64 %50
  %52 = mul i64 %36, %45
  %53 = getelementptr i8, ptr %2, i64 %52
  %54 = mul i64 %37, %45
  %55 = getelementptr float, ptr %20, i64 %54
  %56 = mul i64 %38, %45
  %57 = getelementptr float, ptr %24, i64 %56
  br label %58
58:
  %59 = phi i64 [ 0, %47 ], [ %42, %41 ]
  %60 = getelementptr float, ptr %49, i64 %59
  %61 = load float, ptr %60, align 4
  %62 = getelementptr float, ptr %51, i64 %59
  %63 = load float, ptr %62, align 4
  %64 = mul i64 %59, %4
  %65 = getelementptr i8, ptr %53, i64 %64
  %66 = mul i64 %59, %22
  %67 = getelementptr float, ptr %55, i64 %66
  %68 = mul i64 %59, %26
  %69 = getelementptr float, ptr %57, i64 %68
  br label %70
70:
  %71 = phi i64 [ 0, %58 ], [ %72, %70 ]
  %72 = add nuw nsw i64 %71, 1
  %73 = getelementptr i8, ptr %65, i64 %71
  %74 = load i8, ptr %73, align 1
  %75 = uitofp i8 %74 to float
  %76 = getelementptr float, ptr %12, i64 %71
  %77 = load float, ptr %76, align 4
  %78 = fmul float %61, %77
  %79 = fmul float %78, %75
  %80 = getelementptr float, ptr %18, i64 %71
  %81 = load float, ptr %80, align 4
  %82 = fsub float %81, %79
  %83 = fmul float %63, %82
  %84 = fadd float %79, %83
  %85 = getelementptr float, ptr %67, i64 %71
  store float %84, ptr %85, align 4
  %86 = fmul float %84, %84
  %87 = getelementptr float, ptr %69, i64 %71
  store float %86, ptr %87, align 4
  %88 = icmp eq i64 %72, 3
  br i1 %88, label %41, label %70
89:
  ret void
}
