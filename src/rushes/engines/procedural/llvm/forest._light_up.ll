; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source f62fbec6c00d8418dbb1f6853d95e365
; entry forest._light_up.0(float32:2:C, float32:2:C, float64, float64, float64) -> none
define void @forest._light_up.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 16
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 40
  %6 = load ptr, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 48
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load i64, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 80
  %12 = load double, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 88
  %14 = load double, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 96
  %16 = load double, ptr %15, align 8
  %17 = fmul double %12, 6.500000e-01
  %18 = fptrunc double %17 to float
  %19 = fmul double %14, 6.500000e-01
  %20 = fptrunc double %19 to float
  %21 = fneg double %14
  %22 = fcmp olt double %21, 0.000000e+00
  %23 = select i1 %22, double 0.000000e+00, double %21
  %24 = fmul double %23, 9.000000e-01
  %25 = fptrunc double %24 to float
  %26 = fmul double %16, 1.500000e+00
  %27 = fptrunc double %26 to float
  %28 = icmp slt i64 %8, 1
  br i1 %28, label %71, label %29
29:
  %30 = phi i64 [ %31, %29 ], [ 0, %1 ]
  %31 = add nuw nsw i64 %30, 1
  %32 = mul i64 %30, %10
  %33 = getelementptr float, ptr %6, i64 %32
  %34 = load float, ptr %33, align 4
  %35 = getelementptr i8, ptr %33, i64 4
  %36 = load float, ptr %35, align 4
  %37 = fcmp olt float %34, 0x3F60624DE0000000
  %38 = select i1 %37, float 0x3F60624DE0000000, float %34
  %39 = fdiv float 1.000000e+00, %38
  %40 = getelementptr i8, ptr %33, i64 8
  %41 = load float, ptr %40, align 4
  %42 = fmul float %41, %39
  %43 = fcmp olt float %42, -1.000000e+00
  %44 = select i1 %43, float -1.000000e+00, float %42
  %45 = fcmp ogt float %44, 1.000000e+00
  %46 = select i1 %45, float 1.000000e+00, float %44
  %47 = fmul float %46, %46
  %48 = fsub float 1.000000e+00, %47
  %49 = tail call float @sqrtf(float %48)
  %50 = fmul float %46, %18
  %51 = fadd float %50, 0x3FD6666660000000
  %52 = fmul float %49, %20
  %53 = fadd float %52, %51
  %54 = fcmp olt float %53, 0.000000e+00
  %55 = select i1 %54, float 0.000000e+00, float %53
  %56 = fmul float %55, %27
  %57 = fadd float %56, 0x3FC3333340000000
  %58 = mul i64 %30, %4
  %59 = getelementptr float, ptr %2, i64 %58
  store float %34, ptr %59, align 4
  %60 = fmul float %36, %57
  %61 = fsub float 0x3FF1EB8520000000, %34
  %62 = fmul float %34, %61
  %63 = fmul float %62, %25
  %64 = fadd float %63, %60
  %65 = getelementptr i8, ptr %59, i64 4
  store float %64, ptr %65, align 4
  %66 = fmul float %34, 2.500000e-01
  %67 = fmul float %36, 7.500000e-01
  %68 = fadd float %66, %67
  %69 = getelementptr i8, ptr %59, i64 8
  store float %68, ptr %69, align 4
  %70 = icmp eq i64 %8, %31
  br i1 %70, label %71, label %29
71:
  ret void
}
declare float @sqrtf(float) nounwind willreturn memory(none)
